// connectors/java/src/com/ibm/crypto/hdwrCCA/provider/JceRACFKeyStore.java - the key store JCECCARACFKS.
package com.ibm.crypto.hdwrCCA.provider;

import dev.ringside.java.RingKeyStore;

public final class JceRACFKeyStore extends RingKeyStore {
  public JceRACFKeyStore() {
    super("JCECCARACFKS");
  }
}
