// connectors/java/src/dev/ringside/java/OpaqueKey.java - a private key in ICSF: it works, but nobody sees its value.
package dev.ringside.java;

import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.ECParameterSpec;

/** Has no format and no encoding, as the keys of IBM's hardware provider. OpaqueSignature and OpaqueCipher use the key inside. */
abstract class OpaqueKey implements PrivateKey {
  private static final long serialVersionUID = 1;

  private final transient PrivateKey key;
  private final transient String label;

  private OpaqueKey(PrivateKey key, String label) {
    this.key = key;
    this.label = label;
  }

  static PrivateKey of(PrivateKey key, String label) {
    if (key instanceof RSAKey) {
      return new Rsa(key, label);
    }
    return key instanceof ECKey ? new Ec(key, label) : key;
  }

  /** Returns the key that works inside of the provider. */
  PrivateKey inside() {
    return key;
  }

  @Override
  public String getAlgorithm() {
    return key.getAlgorithm();
  }

  @Override
  public String getFormat() {
    return null;
  }

  @Override
  public byte[] getEncoded() {
    return null;
  }

  @Override
  public String toString() {
    return getAlgorithm() + " private key in ICSF" + (label.isEmpty() ? "" : ": " + label);
  }

  private void writeObject(ObjectOutputStream out) throws NotSerializableException {
    throw new NotSerializableException("a key in ICSF");
  }

  // TLS asks for the size of a key by these two interfaces.

  private static final class Rsa extends OpaqueKey implements RSAKey {
    private static final long serialVersionUID = 1;
    private final BigInteger modulus;

    Rsa(PrivateKey key, String label) {
      super(key, label);
      modulus = ((RSAKey) key).getModulus();
    }

    @Override
    public BigInteger getModulus() {
      return modulus;
    }
  }

  private static final class Ec extends OpaqueKey implements ECKey {
    private static final long serialVersionUID = 1;
    private final transient ECParameterSpec parameters;

    Ec(PrivateKey key, String label) {
      super(key, label);
      parameters = ((ECKey) key).getParams();
    }

    @Override
    public ECParameterSpec getParams() {
      return parameters;
    }
  }
}
