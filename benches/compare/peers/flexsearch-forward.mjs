// FlexSearch with every beginning of every word in its index, as typing needs it.

import { flexsearch } from "./flexsearch.mjs";

export default flexsearch(
  "FlexSearch 0.8 forward",
  "`tokenize: \"forward\"`: the one whose index has prefixes",
  "forward",
);
