// server/page/live_script.cpp - the script that renews the page in a browser.
#include "server/page/live_script.hpp"

namespace ringside::page {

const char* const live_script = R"js(
(() => {
  'use strict';
  const seconds = 3;
  const main = document.getElementById('main');
  const moment = document.getElementById('moment');
  const status = document.getElementById('live-status');
  const button = document.getElementById('live-pause');
  let etag = moment.dataset.etag, paused = false, asking = false, timer = 0;

  // Elements that are the same thing before and after have the same key.
  const key = (node) => {
    if (node.nodeType !== Node.ELEMENT_NODE) return node.nodeName;
    if (node.id) return '#' + node.id;
    const name = { DETAILS: 'summary', TR: 'th', TABLE: 'caption' }[node.nodeName];
    const label = name && node.querySelector(name);
    return node.nodeName + (label ? ' ' + label.textContent : '');
  };

  const copyAttributes = (old, fresh) => {
    for (const { name } of [...old.attributes])
      if (!fresh.hasAttribute(name) && name !== 'open') old.removeAttribute(name);
    for (const { name, value } of fresh.attributes)
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  };

  // Makes the content of `old` that of `fresh`, and keeps the elements that both have. Returns whether a text changed.
  const renew = (old, fresh) => {
    let at = old.firstChild, changed = false;
    const dropUntil = (end) => {
      while (at !== end) {
        const gone = at;
        at = at.nextSibling;
        gone.remove();
        changed = true;
      }
    };
    for (const next of fresh.childNodes) {
      const wanted = key(next);
      let same = at;
      while (same && key(same) !== wanted) same = same.nextSibling;
      if (!same) {
        old.insertBefore(document.importNode(next, true), at);
        changed = true;
        continue;
      }
      dropUntil(same);
      at = same.nextSibling;
      if (same.nodeType === Node.ELEMENT_NODE) {
        copyAttributes(same, next);
        if (renew(same, next)) changed = true;
      } else if (same.nodeValue !== next.nodeValue) {
        same.nodeValue = next.nodeValue;
        changed = true;
      }
    }
    dropUntil(null);
    return changed;
  };

  const say = (text) => {
    if (status.textContent !== text) status.textContent = text;
  };

  const show = (text) => {
    const fresh = new DOMParser().parseFromString(text, 'text/html');
    const focused = document.activeElement;
    const changed = renew(main, fresh.getElementById('main'));
    moment.textContent = fresh.getElementById('moment').textContent;
    etag = fresh.getElementById('moment').dataset.etag;
    document.title = fresh.title;
    if (focused !== document.activeElement) main.focus({ preventScroll: true });
    return changed;
  };

  const troubles = { 401: 'You are no longer logged on: reload the page.' };

  const ask = async () => {
    if (asking || paused || document.hidden) return;
    asking = true;
    try {
      const response = await fetch('/', {
        headers: { 'If-None-Match': etag }, cache: 'no-store', signal: AbortSignal.timeout(30000),
      });
      if (response.status === 200) {
        const changed = show(await response.text());
        if (changed) say('The lab has changed; this is the state ' + moment.textContent + '.');
      } else if (response.status !== 304) {
        say(troubles[response.status] || 'The server answers ' + response.status + '; this is an older state.');
      }
    } catch {
      say('The server does not answer; this is an older state.');
    } finally {
      asking = false;
    }
  };

  const run = () => {
    clearInterval(timer);
    if (!paused) timer = setInterval(ask, seconds * 1000);
    ask();
  };
  button.addEventListener('click', () => {
    paused = !paused;
    button.textContent = paused ? 'Go on' : 'Pause';
    say(paused ? 'The page does not change.' : '');
    run();
  });
  document.addEventListener('visibilitychange', ask);
  button.hidden = false;
  run();
})();
)js";

}  // namespace ringside::page
