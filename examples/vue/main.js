// Vue sets properties where an element has them, and listens by `on` and the event's name.

import { createApp, h, ref } from "vue";

const App = {
  setup() {
    const query = ref("");
    const says = ref("");
    return () => [
      h("p", [
        h("button", { onClick: () => (query.value = "sanctions") }, "Look for sanctions"),
        " ",
        h("output", says.value),
      ]),
      h("dossier-explorer", {
        q: query.value,
        height: "600",
        "onDossier-search": ({ detail }) => (says.value = `${detail.documents} documents`),
      }),
    ];
  },
};

createApp(App).mount("#app");
