// connectors/java/src/com/ibm/crypto/ibmjcehybrid/provider/HybridRACFInputStream.java - a ring as a stream, for programs that name this class.
package com.ibm.crypto.ibmjcehybrid.provider;

import dev.ringside.java.RingStream;
import java.io.IOException;

public class HybridRACFInputStream extends RingStream {
  /** Reads the ring; userID null is the user that the program runs under. Throws IOException in IBM's words if it cannot be read. */
  public HybridRACFInputStream(String userID, String ringID, char[] password) throws IOException {
    super("safkeyringjcehybrid", userID, ringID, password);
  }
}
