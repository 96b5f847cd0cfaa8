// connectors/java/src/com/ibm/crypto/zsecurity/provider/JceRACFKeyStore.java - the key store JCERACFKS.
package com.ibm.crypto.zsecurity.provider;

import dev.ringside.java.RingKeyStore;

public final class JceRACFKeyStore extends RingKeyStore {
  public JceRACFKeyStore() {
    super("JCERACFKS");
  }
}
