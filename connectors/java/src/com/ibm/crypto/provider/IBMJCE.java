// connectors/java/src/com/ibm/crypto/provider/IBMJCE.java - the provider IBMJCE.
package com.ibm.crypto.provider;

import com.ibm.crypto.zsecurity.provider.JceRACFKeyStore;
import dev.ringside.java.RingProvider;

public final class IBMJCE extends RingProvider {
  private static final long serialVersionUID = 1;

  public IBMJCE() {
    super("IBMJCE", "JCERACFKS", JceRACFKeyStore.class);
  }
}
