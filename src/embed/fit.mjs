// For pages with frames: gives each <iframe data-dossier> the height that its explorer needs. Heights
// are taken only from the port that was given to the frame, with the nonce that went along.

/** The least and the greatest height that a frame gets, in CSS pixels. */
const LIMITS = [200, 2000];

export function fit(frame) {
  const connect = () => {
    const nonce = crypto.randomUUID();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      if (data?.type !== "dossier-height" || data.nonce !== nonce) return;
      if (!Number.isFinite(data.height)) return;
      const [least, most] = LIMITS;
      frame.height = Math.min(most, Math.max(least, Math.round(data.height)));
    };
    // A frame with a sandbox has no origin that could be named.
    const isOpaque = frame.sandbox.length > 0 && !frame.sandbox.contains("allow-same-origin");
    const { origin } = new URL(frame.src, document.baseURI);
    frame.contentWindow.postMessage({ type: "dossier-connect", nonce }, isOpaque ? "*" : origin, [port2]);
  };
  frame.addEventListener("load", connect);
  // Before its page is there nobody hears the message; afterwards the event does not come again.
  connect();
}

if (globalThis.document) document.querySelectorAll("iframe[data-dossier]").forEach(fit);
