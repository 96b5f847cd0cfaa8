// connectors/java/src/com/ibm/crypto/provider/safkeyring/Handler.java - opens safkeyring: where java.protocol.handler.pkgs names its package.
package com.ibm.crypto.provider.safkeyring;

import dev.ringside.java.RingHandler;

public final class Handler extends RingHandler {}
