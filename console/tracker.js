/*
 * Aisle's tracker. A shop includes it once a page:
 *
 *   <script defer src="…/tracker.js" data-endpoint="https://…/v1/events" data-consent="true" data-user="ID"></script>
 *
 * It reports the page view itself. aisle.track(action, fields) reports anything else of the event schema.
 * <a data-aisle-product="ID" data-aisle-position="1"> inside <ul data-aisle-query="queryId"> (or data-aisle-recommendation
 * and data-aisle-kind) reports when it is seen and clicked; data-aisle-action="add_to_cart" on a button what it says.
 * aisle.user(id), aisle.consent(yes) and, where pages change without loading, aisle.page() can be called at any time.
 * Without consent, or if the browser asks not to be tracked, nothing is stored and events name nobody.
 */
(function () {
  'use strict';
  var script = document.currentScript || document.querySelector('script[data-endpoint]');
  var endpoint = script.getAttribute('data-endpoint');
  var user = script.getAttribute('data-user') || '';
  var refuses = navigator.globalPrivacyControl || navigator.doNotTrack === '1' || window.doNotTrack === '1';
  var consents = !refuses && script.getAttribute('data-consent') !== 'false';
  var PAUSE = 30 * 60000, BATCH = 100, KEPT = 300;
  var memory = {}, seen = {}, timer = 0, sending = false, failures = 0;

  function read(key) {
    try {
      if (consents) return JSON.parse(localStorage.getItem('aisle.' + key));
    } catch (e) { /* storage is shut: memory will do for this page */ }
    return memory[key];
  }

  function write(key, value) {
    memory[key] = value;
    try {
      if (consents) localStorage.setItem('aisle.' + key, JSON.stringify(value));
    } catch (e) { /* as above */ }
  }

  function forget() {
    memory = {};
    try {
      ['client', 'session', 'queue'].forEach(function (key) { localStorage.removeItem('aisle.' + key); });
    } catch (e) { /* then nothing is stored */ }
  }

  function random() {
    return Array.prototype.map.call(crypto.getRandomValues(new Uint8Array(16)), function (byte) {
      return (byte + 256).toString(16).slice(1);
    }).join('');
  }

  function client() {
    var id = read('client');
    if (!id) write('client', id = random());
    return id;
  }

  // A session ends after a pause of 30 minutes and at midnight.
  function session() {
    var now = Date.now(), day = new Date().toDateString(), last = read('session');
    var goes = last && now - last.at < PAUSE && last.day === day;
    var id = goes ? last.id : random();
    write('session', { id: id, at: now, day: day });
    return id;
  }

  function track(action, fields) {
    var campaign = /[?&]utm_source=([^&#]*)/.exec(location.search);
    var event = {
      event_id: random(), action_name: action, timestamp: new Date().toISOString(), client_id: '',
      page: location.pathname, locale: document.documentElement.lang || navigator.language || ''
    };
    if (document.referrer) event.referrer = document.referrer.split(/[?#]/)[0].slice(0, 1000);
    if (campaign) event.source = campaign[1].slice(0, 100);
    if (consents) {
      event.client_id = client();
      event.session_id = session();
      if (user) event.user_id = user;
    } else {
      event.consent = false;
    }
    for (var name in fields) if (fields[name] != null && fields[name] !== '') event[name] = fields[name];
    write('queue', (read('queue') || []).concat(event).slice(-KEPT));
    schedule(2000);
    return event.event_id;
  }

  function schedule(delay) {
    if (!timer) timer = setTimeout(function () { timer = 0; flush(); }, delay);
  }

  function remove(sent) {
    var ids = {};
    sent.forEach(function (event) { ids[event.event_id] = true; });
    write('queue', (read('queue') || []).filter(function (event) { return !ids[event.event_id]; }));
  }

  // What was not taken stays, under its id: to send it twice counts once.
  function flush() {
    var events = (read('queue') || []).slice(0, BATCH);
    if (sending || !events.length) return;
    sending = true;
    fetch(endpoint, { method: 'POST', body: JSON.stringify({ events: events }), keepalive: true, credentials: 'omit' })
      .then(function (answer) { return answer.status < 500 && answer.status !== 429; }, function () { return false; })
      .then(function (done) {
        sending = false;
        failures = done ? 0 : failures + 1;
        if (done) remove(events);
        if ((read('queue') || []).length) schedule(done ? 0 : Math.min(300000, 1000 * Math.pow(2, failures)));
      });
  }

  function leave() {
    var events = (read('queue') || []).slice(0, BATCH);
    if (events.length && navigator.onLine !== false && navigator.sendBeacon &&
        navigator.sendBeacon(endpoint, JSON.stringify({ events: events }))) remove(events);
  }

  function near(element, name) {
    var holder = element.closest('[data-aisle-' + name + ']');
    return holder ? holder.getAttribute('data-aisle-' + name) : '';
  }

  function about(element) {
    return {
      object_id: near(element, 'product'), query_id: near(element, 'query'), recommendation_id: near(element, 'recommendation'),
      recommendation_kind: near(element, 'kind'), position: +near(element, 'position') || null
    };
  }

  function report(element, searched, recommended) {
    var fields = about(element);
    if (fields.recommendation_id) track(recommended, fields);
    else if (fields.query_id) track(searched, fields);
  }

  document.addEventListener('click', function (click) {
    var element = click.target.closest && click.target.closest('[data-aisle-product], [data-aisle-action]');
    if (!element) return;
    var action = near(click.target, 'action');
    if (action) track(action, about(click.target));
    else report(element, 'click', 'recommendation_click');
  }, true);

  var observer = window.IntersectionObserver && new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      if (!entry.isIntersecting) return;
      observer.unobserve(entry.target);
      var fields = about(entry.target), key = [fields.object_id, fields.query_id, fields.recommendation_id].join();
      if (!seen[key]) report(entry.target, 'impression', 'recommendation_impression');
      seen[key] = true;
    });
  }, { threshold: 0.5 });

  function watch() {
    document.querySelectorAll('[data-aisle-product]').forEach(function (element) { observer.observe(element); });
  }

  if (observer) {
    watch();
    new MutationObserver(watch).observe(document.documentElement, { childList: true, subtree: true });
  }
  addEventListener('pagehide', leave);
  addEventListener('visibilitychange', function () { if (document.visibilityState === 'hidden') leave(); });
  addEventListener('online', flush);

  window.aisle = {
    track: track,
    page: function () { return track('page_view'); },
    user: function (id) { user = id || ''; },
    consent: function (yes) {
      if (consents && !yes) forget();
      consents = !refuses && !!yes;
    },
    flush: flush
  };
  if (!consents) forget();
  window.aisle.page();
})();
