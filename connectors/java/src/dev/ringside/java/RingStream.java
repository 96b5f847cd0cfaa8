// connectors/java/src/dev/ringside/java/RingStream.java - a ring as a stream, which a key store loads.
package dev.ringside.java;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;

/**
 * The ring is read when the stream is made, so that a ring that cannot be read fails there. The stream carries the image; on z/OS it
 * carries nothing, and a key store takes the stream itself only (KeyStore.load() of RingKeyStore).
 */
public class RingStream extends ByteArrayInputStream {
  private final RingImage image;
  private final char[] password;

  RingStream(String url) throws IOException {
    this(RingProgram.read(url), null);
  }

  /**
   * Reads the ring of a user; of the user that the program runs under if `user` is null.
   *
   * @param scheme that of the store type which loads the stream
   * @throws IOException in IBM's words if the ring cannot be read
   */
  protected RingStream(String scheme, String user, String ring, char[] password) throws IOException {
    this(RingProgram.read(url(scheme, user, ring)), password);
  }

  private RingStream(byte[] octets, char[] password) throws IOException {
    super(octets);
    image = RingImage.of(octets);
    this.password = password == null ? null : password.clone();
  }

  static String url(String scheme, String user, String ring) {
    return scheme + "://" + (user == null ? Settings.user() : user.toUpperCase(Locale.ROOT)) + "/" + ring;
  }

  RingImage image() {
    return image;
  }

  /** Returns the password that the stream was made with; null for a stream of a URL, which has none. */
  char[] password() {
    return password;
  }
}
