// connectors/java/src/dev/ringside/java/StoreEntry.java - one entry of a key store: a trusted certificate, or a key with its chain.
package dev.ringside.java;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;

final class StoreEntry {
  /** Where a private key comes from. */
  private interface KeySource {
    PrivateKey get() throws GeneralSecurityException;
  }

  final long created = System.currentTimeMillis();  // the moment of the load: RACF keeps no date of a connection
  final Certificate[] chain;
  final boolean isOfRing;         // as the ring has it; else a program made it
  private final KeySource source;  // null: a trusted certificate
  private final char[] password;   // null: any password gives the key

  private StoreEntry(Certificate[] chain, boolean isOfRing, KeySource source, char[] password) {
    this.chain = chain;
    this.isOfRing = isOfRing;
    this.source = source;
    this.password = password == null ? null : password.clone();
  }

  static StoreEntry trusted(Certificate certificate, boolean isOfRing) {
    return new StoreEntry(new Certificate[] {certificate}, isOfRing, null, null);
  }

  /** A key of the ring. One in ICSF is opaque, unless the settings ask for its value. */
  static StoreEntry ofRing(RingEntry read, Certificate[] chain, char[] password) {
    boolean isOpaque = read.key == RingEntry.ICSF_KEY && !Settings.value(Settings.ICSF).equals("clear");
    return new StoreEntry(chain, true, () -> {
      PrivateKey key = KeyFactory.getInstance(chain[0].getPublicKey().getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(read.pkcs8));
      return isOpaque ? OpaqueKey.of(key, read.keyLabel) : key;
    }, password);
  }

  static StoreEntry ofProgram(PrivateKey key, Certificate[] chain, char[] password) {
    return new StoreEntry(chain, false, () -> key, password);
  }

  boolean isKey() {
    return source != null;
  }

  /** Returns the private key. Throws UnrecoverableKeyException if the password is not the one under which the key is held. */
  PrivateKey key(char[] given) throws UnrecoverableKeyException {
    if (password != null && !Arrays.equals(password, given)) {
      throw new UnrecoverableKeyException("Cannot recover key");
    }
    try {
      return source.get();
    } catch (GeneralSecurityException unusable) {
      throw (UnrecoverableKeyException) new UnrecoverableKeyException("Cannot recover key").initCause(unusable);
    }
  }

  /** Returns the value of the private key; null for a trusted certificate. */
  byte[] pkcs8() throws IOException {
    try {
      byte[] value = isKey() ? source.get().getEncoded() : null;
      if (isKey() && value == null) {
        throw new IOException("A key in ICSF cannot be put into another ring: its value is not known");
      }
      return value;
    } catch (GeneralSecurityException unusable) {
      throw new IOException("A private key cannot be read", unusable);
    }
  }
}
