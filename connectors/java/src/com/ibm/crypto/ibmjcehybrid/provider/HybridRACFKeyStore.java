// connectors/java/src/com/ibm/crypto/ibmjcehybrid/provider/HybridRACFKeyStore.java - the key store JCEHYBRIDRACFKS.
package com.ibm.crypto.ibmjcehybrid.provider;

import dev.ringside.java.RingKeyStore;

public final class HybridRACFKeyStore extends RingKeyStore {
  public HybridRACFKeyStore() {
    super("JCEHYBRIDRACFKS");
  }
}
