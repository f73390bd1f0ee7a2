import { type CommandName, contract, type OperationName } from '../../shared/contract/index.ts'

export function isOperation(name: string): name is OperationName {
  return Object.hasOwn(contract, name)
}

export function isCommand(name: OperationName): name is CommandName {
  return contract[name].kind === 'command'
}
