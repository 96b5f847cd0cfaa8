// connectors/java/src/com/ibm/crypto/hdwrCCA/provider/IBMJCECCA.java - the provider IBMJCECCA.
package com.ibm.crypto.hdwrCCA.provider;

import dev.ringside.java.RingProvider;

public final class IBMJCECCA extends RingProvider {
  private static final long serialVersionUID = 1;

  public IBMJCECCA() {
    super("IBMJCECCA", "JCECCARACFKS", JceRACFKeyStore.class);
    putServicesForIcsf();
  }
}
