// connectors/java/src/com/ibm/crypto/ibmjcehybrid/provider/safkeyringhybrid/Handler.java - opens safkeyringhybrid: where java.protocol.handler.pkgs names its package.
package com.ibm.crypto.ibmjcehybrid.provider.safkeyringhybrid;

import dev.ringside.java.RingHandler;

public final class Handler extends RingHandler {}
