/**
 * A bar as wide as its `value` (0 to 1); with `behind` it is drawn by what contains it, behind its text. The policy
 * forbids style attributes, so the width is a property that scripts may set.
 */
class ShareBar extends HTMLElement {
  static observedAttributes = ['value'];

  connectedCallback() {
    this.#draw();
  }

  attributeChangedCallback() {
    this.#draw();
  }

  #draw() {
    const value = Math.min(1, Math.max(0, Number(this.getAttribute('value')) || 0));
    const drawn = this.hasAttribute('behind') ? this.parentElement : this;
    drawn?.style.setProperty('--share', `${(value * 100).toFixed(2)}%`);
  }
}

customElements.define('share-bar', ShareBar);
