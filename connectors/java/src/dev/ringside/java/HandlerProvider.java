// connectors/java/src/dev/ringside/java/HandlerProvider.java - gives java.net.URL the handlers of key rings.
package dev.ringside.java;

import java.net.URLStreamHandler;
import java.net.spi.URLStreamHandlerProvider;

public final class HandlerProvider extends URLStreamHandlerProvider {
  /** Returns a handler for the schemes that the Java of the settings has built in; null for others. */
  @Override
  public URLStreamHandler createURLStreamHandler(String protocol) {
    Scheme scheme = Scheme.of(protocol);
    return scheme != null && scheme.isBuiltIn() ? new RingHandler() : null;
  }
}
