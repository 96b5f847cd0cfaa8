// connectors/java/src/com/ibm/crypto/hdwrCCA/provider/RACFOutputStream.java - names the ring that KeyStore.store() changes.
package com.ibm.crypto.hdwrCCA.provider;

import dev.ringside.java.RingOutput;
import java.io.IOException;

public class RACFOutputStream extends RingOutput {
  /** Names the ring; userID null is the user that the program runs under. The password has no meaning to RACF. */
  public RACFOutputStream(String userID, String ringID, char[] password) throws IOException {
    super("safkeyringjcecca", userID, ringID);
  }
}
