/**
 * Items in the order of their weight or value, each with its code: goods are passed over without being looked up one by
 * one, which takes seconds where few are of the goods that are asked for.
 */
export const goodsByWeight = /* sql */ `
DROP INDEX declaration_item_by_net;
DROP INDEX declaration_item_by_value;
CREATE INDEX declaration_item_by_net ON declaration_item (net_grams, declaration, position, hs_code);
CREATE INDEX declaration_item_by_value ON declaration_item (value_minor, declaration, position, hs_code);
`
