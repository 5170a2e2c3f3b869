// Every view in both themes, wide and narrow, as axe sees it.

import { accessible, behaviour, reader, search, until } from "./harness.mjs";

const VIEWS = {
  documents: "#/documents?q=sanctions",
  passages: "#/passages?q=sanctions",
  entities: "#/entities",
  "an entity": "#/entities?entity=kim-jong-un",
  "a document": "#/documents?q=artillery&doc=post-weapons-agenda",
  "two editions": "#/documents?doc=reuters-summit-asia-edition&with=reuters-summit-factbox",
  "folded editions": "#/documents?editions=folded",
  "no results": "#/documents?q=xylophone",
};

for (const theme of ["light", "dark"]) {
  for (const [view, at] of Object.entries(VIEWS)) {
    for (const width of [1280, 390]) {
      behaviour(
        `nothing bars the way in ${view}, ${theme}, ${width} px`,
        { at, theme, width },
        async (page) => {
          await until("the view", async () => !(await page.getByText("Searching…").isVisible()));
          if (at.includes("with=")) await reader(page).getByRole("list").waitFor();
          else if (at.includes("doc=")) await reader(page).locator("article").waitFor();
          await accessible(page);
        },
      );
    }
  }
}

behaviour("nothing bars the way in the list of keys", async (page) => {
  await search(page).blur();
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
  await accessible(page);
});
