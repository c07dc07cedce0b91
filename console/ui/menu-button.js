/**
 * A button and the panel that it opens: `<menu-button><button>…</button><div hidden>…</div></menu-button>`.
 * Escape closes it and gives the focus back; so does a click elsewhere. A click on [data-close] inside closes it too.
 */
class MenuButton extends HTMLElement {
  #outside = event => {
    if (!this.contains(event.target)) {
      this.close(false);
    }
  };

  connectedCallback() {
    this.addEventListener('click', event => this.#clicked(event));
    this.addEventListener('keydown', event => {
      if (event.key === 'Escape' && !this.#panel.hidden) {
        event.stopPropagation();
        this.close(true);
      }
    });
    this.addEventListener('focusout', event => {
      if (event.relatedTarget && !this.contains(event.relatedTarget)) {
        this.close(false);
      }
    });
    this.#button?.setAttribute('aria-expanded', 'false');
  }

  disconnectedCallback() {
    document.removeEventListener('pointerdown', this.#outside);
  }

  close(focus) {
    this.#panel.hidden = true;
    this.#button.setAttribute('aria-expanded', 'false');
    document.removeEventListener('pointerdown', this.#outside);
    if (focus) {
      this.#button.focus();
    }
  }

  get #button() {
    return this.querySelector(':scope > button');
  }

  get #panel() {
    return this.querySelector(':scope > :not(button)');
  }

  #clicked(event) {
    if (this.#button.contains(event.target)) {
      if (this.#panel.hidden) {
        this.#open();
      } else {
        this.close(false);
      }
    } else if (event.target.closest('[data-close]')) {
      this.close(true);
    }
  }

  #open() {
    this.#panel.hidden = false;
    this.#button.setAttribute('aria-expanded', 'true');
    document.addEventListener('pointerdown', this.#outside);
    this.#keepInside();
    this.dispatchEvent(new CustomEvent('open'));
  }

  /** A panel that would stick out on the right is moved to the left; small screens have no room to spare. */
  #keepInside() {
    this.#panel.style.setProperty('--shift', '0px');
    const {left, right} = this.#panel.getBoundingClientRect();
    const most = document.documentElement.clientWidth - 8;
    const shift = Math.max(Math.min(0, most - right), 8 - left);
    this.#panel.style.setProperty('--shift', `${shift}px`);
  }
}

customElements.define('menu-button', MenuButton);
