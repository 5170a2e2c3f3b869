// React 19 hands properties and listeners to elements as they are.

import { useState } from "react";
import { createRoot } from "react-dom/client";

function App() {
  const [query, setQuery] = useState("");
  const [says, setSays] = useState("");
  return (
    <>
      <p>
        <button onClick={() => setQuery("sanctions")}>Look for sanctions</button> <output>{says}</output>
      </p>
      <dossier-explorer
        q={query}
        height="600"
        ondossier-search={({ detail }) => setSays(`${detail.documents} documents`)}
      />
    </>
  );
}

createRoot(document.getElementById("app")).render(<App />);
