// connectors/java/src/dev/ringside/java/OpaqueCipher.java - decrypts with an RSA key in ICSF, as TLS 1.2 with RSA key exchange needs it.
package dev.ringside.java;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.RSAKey;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Locale;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.ShortBufferException;

/** Gives the work to the cipher that Java has for the key inside. */
final class OpaqueCipher extends CipherSpi {
  private String padding = "PKCS1Padding";
  private Cipher cipher;

  /** One operation that only a cipher with a key can do. */
  private interface Start {
    void with(Cipher cipher, Key key) throws GeneralSecurityException;
  }

  @Override
  protected void engineSetMode(String mode) throws NoSuchAlgorithmException {
    if (!mode.toUpperCase(Locale.ROOT).matches("ECB|NONE")) {
      throw new NoSuchAlgorithmException(mode);
    }
  }

  @Override
  protected void engineSetPadding(String given) {
    padding = given;
  }

  private void start(Key key, Start start) throws InvalidKeyException, InvalidAlgorithmParameterException {
    if (!(key instanceof OpaqueKey)) {
      throw new InvalidKeyException("the key is not in ICSF");
    }
    try {
      cipher = Cipher.getInstance("RSA/ECB/" + padding);
      start.with(cipher, ((OpaqueKey) key).inside());
    } catch (InvalidKeyException | InvalidAlgorithmParameterException wrong) {
      throw wrong;
    } catch (GeneralSecurityException unknown) {
      throw new InvalidKeyException(unknown.getMessage(), unknown);
    }
  }

  @Override
  protected void engineInit(int mode, Key key, SecureRandom random) throws InvalidKeyException {
    try {
      start(key, (cipher, inside) -> cipher.init(mode, inside, random));
    } catch (InvalidAlgorithmParameterException never) {
      throw new InvalidKeyException(never);
    }
  }

  @Override
  protected void engineInit(int mode, Key key, AlgorithmParameterSpec parameters, SecureRandom random)
      throws InvalidKeyException, InvalidAlgorithmParameterException {
    start(key, (cipher, inside) -> cipher.init(mode, inside, parameters, random));
  }

  @Override
  protected void engineInit(int mode, Key key, AlgorithmParameters parameters, SecureRandom random)
      throws InvalidKeyException, InvalidAlgorithmParameterException {
    start(key, (cipher, inside) -> cipher.init(mode, inside, parameters, random));
  }

  @Override
  protected byte[] engineUpdate(byte[] input, int offset, int length) {
    return cipher.update(input, offset, length);
  }

  @Override
  protected int engineUpdate(byte[] input, int offset, int length, byte[] output, int at) throws ShortBufferException {
    return cipher.update(input, offset, length, output, at);
  }

  @Override
  protected byte[] engineDoFinal(byte[] input, int offset, int length) throws IllegalBlockSizeException, BadPaddingException {
    return input == null ? cipher.doFinal() : cipher.doFinal(input, offset, length);
  }

  @Override
  protected int engineDoFinal(byte[] input, int offset, int length, byte[] output, int at)
      throws ShortBufferException, IllegalBlockSizeException, BadPaddingException {
    return cipher.doFinal(input, offset, length, output, at);
  }

  @Override
  protected Key engineUnwrap(byte[] wrapped, String algorithm, int type) throws InvalidKeyException, NoSuchAlgorithmException {
    return cipher.unwrap(wrapped, algorithm, type);
  }

  @Override
  protected int engineGetBlockSize() {
    return 0;
  }

  @Override
  protected int engineGetOutputSize(int length) {
    return cipher.getOutputSize(length);
  }

  @Override
  protected int engineGetKeySize(Key key) throws InvalidKeyException {
    if (!(key instanceof RSAKey)) {
      throw new InvalidKeyException("the key is not in ICSF");
    }
    return ((RSAKey) key).getModulus().bitLength();
  }

  @Override
  protected byte[] engineGetIV() {
    return null;
  }

  @Override
  protected AlgorithmParameters engineGetParameters() {
    return cipher == null ? null : cipher.getParameters();
  }
}
