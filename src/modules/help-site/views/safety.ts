import { type Html, html } from '#kit/html.ts';

/**
 * What this site can and cannot do for somebody who may be watched. It promises nothing
 * that a browser does not keep.
 */
export function safetyPage(): Html {
  return html`<h1>Using this site safely</h1>
<p class="lead">If you think that somebody watches this device, use another one:
  at a friend’s, a library, your GP or work.</p>
<h2>Three ways to leave quickly</h2>
<ol>
<li>The red button at the top of every page</li>
<li>The Shift key, three times, on a keyboard</li>
<li>Closing the tab or the window yourself</li>
</ol>
<p>The button and the key open the weather. Going back does not bring this page back as long as scripts work in
  your browser; without them, close the tab as well.</p>
<h2>Your history remains</h2>
<p>Leaving does not clear the list of pages that you visited. This site sets no cookies.</p>
<ul>
<li><strong>Private browsing</strong> (also called Incognito or InPrivate) keeps no history on this device.
  Open a private window first, then this site, and close it afterwards.
  It does not hide what you do from the network or from software that watches you.</li>
<li><strong>Clear only this site</strong> from the history, not all of it: an empty history can look suspicious.
  In most browsers you can search the history and delete single pages.</li>
<li>Suggestions in the address bar and open tabs on your other devices may show it too.</li>
</ul>
<h2>If somebody may be watching this device</h2>
<p>We cannot see whether there is software on your phone or computer that watches you, and nor can this site.
  It may be there without any sign.</p>
<ul>
<li>Shared accounts, smart doorbells, cameras, trackers and children’s devices can also tell
  somebody where you are.</li>
<li>Do not change settings or remove anything yet: whoever watches may be told.
  Ask a specialist first, from a device that is safe.</li>
<li>Email and messages can be read by anybody who knows the password or holds the phone.</li>
</ul>
<h2>When you tell us something</h2>
<p>We send no confirmation. We answer only in the way that you tell us is safe.</p>`;
}
