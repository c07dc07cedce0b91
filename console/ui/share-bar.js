/** A bar as wide as its `value` (0 to 1). The policy forbids style attributes; scripts may set properties. */
class ShareBar extends HTMLElement {
  static observedAttributes = ['value'];

  attributeChangedCallback() {
    const value = Math.min(1, Math.max(0, Number(this.getAttribute('value')) || 0));
    this.style.setProperty('--share', `${(value * 100).toFixed(2)}%`);
  }
}

customElements.define('share-bar', ShareBar);
