export const words = {
  directions: { entry: 'Entry', exit: 'Exit' },
  /** Inside a sentence. */
  directionsInText: { entry: 'entry', exit: 'exit' },
  units: {
    persons: 'Travellers, person-times',
    vehicles: 'Vehicles, vehicle-times',
    trains: 'Trains',
    containers: 'Containers',
  },
  unitsInText: { persons: 'travellers', vehicles: 'vehicles', trains: 'trains', containers: 'containers' },
  totals: {
    passengers: 'Sum of passengers',
    persons: 'Sum with crew',
    vehicles: 'Sum of vehicles',
    trains: 'Sum of trains',
    containers: 'Sum of containers',
  },
}
