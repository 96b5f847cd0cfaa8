// tests/interop/RingPairs.java - mutual TLS between every two rings, in one program: who trusts whom.
//
// java RingPairs VERSION < LINES. Each line is SYSTEM, USER and URL of a ring, parted by tabs. Prints a line for each ordered pair:
// client, server, and "trusted" or the exception of the side that refuses.
import java.io.*;
import java.net.URL;
import java.nio.ByteBuffer;
import java.security.KeyStore;
import java.util.*;
import javax.net.ssl.*;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

public class RingPairs {
  private static final char[] PASSWORD = "password".toCharArray();

  public static void main(String[] arguments) throws Exception {
    Map<String, SSLContext> contexts = new LinkedHashMap<>();
    for (String line : new BufferedReader(new InputStreamReader(System.in)).lines().toArray(String[]::new)) {
      String[] words = line.split("\t");
      contexts.put(words[0], context(words[0], words[1], words[2]));
    }
    for (String client : contexts.keySet())
      for (String server : contexts.keySet())
        if (!client.equals(server))
          System.out.println(client + " " + server + " " + result(contexts.get(client), contexts.get(server), arguments[0]));
  }

  private static SSLContext context(String system, String user, String url) throws Exception {
    System.setProperty("ringside.system", system);
    System.setProperty("ringside.user", user);
    KeyStore ring = KeyStore.getInstance("JCERACFKS");
    try (InputStream in = new URL(url).openStream()) {
      ring.load(in, PASSWORD);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(ring, PASSWORD);
    TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(ring);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static String result(SSLContext client, SSLContext server, String version) {
    SSLEngine[] sides = {client.createSSLEngine(), server.createSSLEngine()};
    for (SSLEngine side : sides)
      side.setEnabledProtocols(new String[] {version});
    sides[0].setUseClientMode(true);
    sides[1].setUseClientMode(false);
    sides[1].setNeedClientAuth(true);
    try {
      shakeHands(sides);
      return "trusted";
    } catch (SSLException refused) {
      return refused.toString().replace('\n', ' ');
    }
  }

  /** What a side has written waits in its buffer until the other one reads it. */
  private static void shakeHands(SSLEngine[] sides) throws SSLException {
    int size = 4 * sides[0].getSession().getPacketBufferSize();
    ByteBuffer[] written = {ByteBuffer.allocate(size), ByteBuffer.allocate(size)};
    for (int idle = 0; idle < 4;) {
      boolean moved = false;
      for (int at = 0; at < 2; ++at)
        moved |= step(sides[at], written[at], written[1 - at]);
      idle = moved ? 0 : idle + 1;
    }
    for (SSLEngine side : sides)
      if (side.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING)
        throw new SSLException("the handshake stopped at " + side.getHandshakeStatus());
  }

  private static boolean step(SSLEngine side, ByteBuffer out, ByteBuffer in) throws SSLException {
    boolean moved = false;
    for (Runnable task; (task = side.getDelegatedTask()) != null; moved = true)
      task.run();
    int before = out.position() - in.position();
    if (side.getHandshakeStatus() != HandshakeStatus.NEED_UNWRAP)
      side.wrap(ByteBuffer.allocate(0), out);
    in.flip();
    if (in.hasRemaining())
      side.unwrap(in, ByteBuffer.allocate(1 << 15));
    in.compact();
    return moved || before != out.position() - in.position();
  }
}
