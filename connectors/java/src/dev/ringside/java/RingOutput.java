// connectors/java/src/dev/ringside/java/RingOutput.java - where KeyStore.store() writes a ring to.
package dev.ringside.java;

import java.io.OutputStream;

/** Names a ring. KeyStore.store() changes that ring in the lab; what is written to the stream itself is dropped. */
public class RingOutput extends OutputStream {
  private final String url;

  RingOutput(String url) {
    this.url = url;
  }

  /** Names the ring of a user; of the user that the program runs under if `user` is null. */
  protected RingOutput(String scheme, String user, String ring) {
    this(RingStream.url(scheme, user, ring));
  }

  String url() {
    return url;
  }

  @Override
  public void write(int octet) {}
}
