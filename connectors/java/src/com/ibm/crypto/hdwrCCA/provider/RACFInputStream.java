// connectors/java/src/com/ibm/crypto/hdwrCCA/provider/RACFInputStream.java - a ring as a stream, for programs that name this class.
package com.ibm.crypto.hdwrCCA.provider;

import dev.ringside.java.RingStream;
import java.io.IOException;

public class RACFInputStream extends RingStream {
  /** Reads the ring; userID null is the user that the program runs under. Throws IOException in IBM's words if it cannot be read. */
  public RACFInputStream(String userID, String ringID, char[] password) throws IOException {
    super("safkeyringjcecca", userID, ringID, password);
  }
}
