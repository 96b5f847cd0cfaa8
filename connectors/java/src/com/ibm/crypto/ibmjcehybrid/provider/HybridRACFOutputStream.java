// connectors/java/src/com/ibm/crypto/ibmjcehybrid/provider/HybridRACFOutputStream.java - names the ring that KeyStore.store() changes.
package com.ibm.crypto.ibmjcehybrid.provider;

import dev.ringside.java.RingOutput;
import java.io.IOException;

public class HybridRACFOutputStream extends RingOutput {
  /** Names the ring; userID null is the user that the program runs under. The password has no meaning to RACF. */
  public HybridRACFOutputStream(String userID, String ringID, char[] password) throws IOException {
    super("safkeyringjcehybrid", userID, ringID);
  }
}
