// connectors/java/src/com/ibm/crypto/ibmjcehybrid/provider/IBMJCEHYBRID.java - the provider IBMJCEHYBRID.
package com.ibm.crypto.ibmjcehybrid.provider;

import dev.ringside.java.RingProvider;

public final class IBMJCEHYBRID extends RingProvider {
  private static final long serialVersionUID = 1;

  public IBMJCEHYBRID() {
    super("IBMJCEHYBRID", "JCEHYBRIDRACFKS", HybridRACFKeyStore.class);
  }
}
