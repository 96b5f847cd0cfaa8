// connectors/java/src/com/ibm/crypto/hdwrCCA/provider/safkeyringhw/Handler.java - opens safkeyringhw: where java.protocol.handler.pkgs names its package.
package com.ibm.crypto.hdwrCCA.provider.safkeyringhw;

import dev.ringside.java.RingHandler;

public final class Handler extends RingHandler {}
