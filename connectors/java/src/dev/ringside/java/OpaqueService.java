// connectors/java/src/dev/ringside/java/OpaqueService.java - the signatures and ciphers for keys in ICSF, as services of a provider.
package dev.ringside.java;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.ArrayList;
import java.util.List;

/**
 * A service for keys in ICSF only. Java asks the providers in their order whether they take a key, so that all other keys go to the
 * providers that they go to without this one.
 */
final class OpaqueService extends Provider.Service {
  private static final String[] DIGESTS = {"NONE", "SHA1", "SHA224", "SHA256", "SHA384", "SHA512"};

  private OpaqueService(Provider provider, String type, String algorithm) {
    super(provider, type, algorithm, OpaqueService.class.getName(), null, null);
  }

  static List<Provider.Service> all(Provider provider) {
    List<Provider.Service> all = new ArrayList<>();
    for (String digest : DIGESTS) {
      all.add(new OpaqueService(provider, "Signature", digest + "withRSA"));
      all.add(new OpaqueService(provider, "Signature", digest + "withECDSA"));
      all.add(new OpaqueService(provider, "Signature", digest + "withECDSAinP1363Format"));
    }
    all.add(new OpaqueService(provider, "Signature", "RSASSA-PSS"));
    all.add(new OpaqueService(provider, "Cipher", "RSA"));
    return all;
  }

  @Override
  public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
    return getType().equals("Cipher") ? new OpaqueCipher() : new OpaqueSignature(getAlgorithm());
  }

  @Override
  public boolean supportsParameter(Object key) {
    return key instanceof OpaqueKey;
  }
}
