// connectors/java/src/dev/ringside/java/RingConnection.java - the connection that the URL of a ring opens.
package dev.ringside.java;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLConnection;
import java.security.Permission;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

final class RingConnection extends URLConnection {
  /** An update code of a ring, and when this process saw it first. */
  private static final class Seen {
    final int code;
    final long time;

    Seen(int code) {
      this.code = code;
      this.time = System.currentTimeMillis();
    }
  }

  private static final Map<String, Seen> SEEN = new ConcurrentHashMap<>();

  private RingStream stream;

  RingConnection(URL url) {
    super(url);
  }

  @Override
  public synchronized void connect() throws IOException {
    if (!connected) {
      stream = new RingStream(url.toExternalForm());
      connected = true;
    }
  }

  @Override
  public InputStream getInputStream() throws IOException {
    connect();
    return stream;
  }

  @Override
  public OutputStream getOutputStream() {
    return new RingOutput(url.toExternalForm());
  }

  /** Returns when this process saw the present state of the ring first, so that watchers see a change; 0 if it cannot be read. */
  @Override
  public long getLastModified() {
    try {
      connect();
    } catch (IOException unreadable) {
      return 0;
    }
    RingImage image = stream.image();
    return SEEN.compute(image.owner + "/" + image.ring,
        (ring, before) -> before != null && before.code == image.updateCode ? before : new Seen(image.updateCode)).time;
  }

  @Override
  public Permission getPermission() {
    return null;
  }
}
