// connectors/java/src/com/ibm/crypto/zsecurity/provider/IBMZSecurity.java - the provider IBMZSecurity.
package com.ibm.crypto.zsecurity.provider;

import dev.ringside.java.RingProvider;

public final class IBMZSecurity extends RingProvider {
  private static final long serialVersionUID = 1;

  public IBMZSecurity() {
    super("IBMZSecurity", "JCERACFKS", JceRACFKeyStore.class);
  }
}
