// connectors/java/src/dev/ringside/java/RingHandler.java - the URLs of key rings, which keep the text that they are made of.
package dev.ringside.java;

import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/**
 * User IDs and ring names have '#', '@', '$' and '*' in them, and a URL has two to four slashes, of which java.net.URL would make a
 * reference, a host and one slash. So the text behind the scheme is kept whole, as the path.
 */
public class RingHandler extends URLStreamHandler {
  @Override
  protected URLConnection openConnection(URL url) {
    return new RingConnection(url);
  }

  @Override
  protected void parseURL(URL url, String text, int start, int limit) {
    String rest = text.substring(start).trim();
    boolean isWhole = start > 0;
    if (!isWhole && !rest.isEmpty()) {
      throw new IllegalArgumentException("a ring has no relative URL: " + text);
    }
    setURL(url, url.getProtocol(), "", -1, null, null, isWhole ? rest : url.getPath(), null, null);
  }

  @Override
  protected String toExternalForm(URL url) {
    String authority = url.getAuthority();
    String reference = url.getRef();
    return url.getProtocol() + ":" + (authority == null || authority.isEmpty() ? "" : "//" + authority) + url.getFile()
        + (reference == null ? "" : "#" + reference);
  }
}
