// connectors/java/src/dev/ringside/java/OpaqueSignature.java - signs with a key in ICSF.
package dev.ringside.java;

import java.security.AlgorithmParameters;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.spec.AlgorithmParameterSpec;

/** Gives the work to the provider that Java has for the key inside. It verifies nothing: public keys are not in ICSF. */
final class OpaqueSignature extends SignatureSpi {
  private final String algorithm;
  private Signature signature;
  private AlgorithmParameterSpec parameters;

  OpaqueSignature(String algorithm) {
    this.algorithm = algorithm;
  }

  @Override
  protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
    throw new InvalidKeyException("the provider verifies no signatures");
  }

  @Override
  protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
    if (!(key instanceof OpaqueKey)) {
      throw new InvalidKeyException("the key is not in ICSF");
    }
    try {
      signature = Signature.getInstance(algorithm);
      if (parameters != null) {
        signature.setParameter(parameters);
      }
      signature.initSign(((OpaqueKey) key).inside());
    } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException unknown) {
      throw new InvalidKeyException(unknown.getMessage(), unknown);
    }
  }

  @Override
  protected void engineUpdate(byte octet) throws SignatureException {
    signature.update(octet);
  }

  @Override
  protected void engineUpdate(byte[] octets, int offset, int length) throws SignatureException {
    signature.update(octets, offset, length);
  }

  @Override
  protected byte[] engineSign() throws SignatureException {
    return signature.sign();
  }

  @Override
  protected boolean engineVerify(byte[] signed) throws SignatureException {
    throw new SignatureException("the provider verifies no signatures");
  }

  @Override
  protected void engineSetParameter(AlgorithmParameterSpec given) throws InvalidAlgorithmParameterException {
    parameters = given;
    if (signature != null) {
      signature.setParameter(given);
    }
  }

  @Override
  protected AlgorithmParameters engineGetParameters() {
    return signature == null ? null : signature.getParameters();
  }

  @Override
  @Deprecated
  protected void engineSetParameter(String name, Object value) {
    throw new UnsupportedOperationException();
  }

  @Override
  @Deprecated
  protected Object engineGetParameter(String name) {
    throw new UnsupportedOperationException();
  }
}
