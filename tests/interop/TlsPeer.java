// tests/interop/TlsPeer.java - a Java peer for mutual handshakes on loopback: its key and trust come from key stores.
//
// java TlsPeer.java client PORT KEYSTORE TRUSTSTORE PASSWORD   sends "hello", prints the line that comes back
// java TlsPeer.java server KEYSTORE TRUSTSTORE PASSWORD        prints its port, takes one client, prints who it is and what it said
import java.io.*;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import javax.net.ssl.*;

public class TlsPeer {
  static KeyStore store(String file, char[] password) throws Exception {
    return KeyStore.getInstance(new File(file), password);
  }

  static SSLContext context(String keys, String trust, char[] password) throws Exception {
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(store(keys, password), password);
    TrustManagerFactory others = TrustManagerFactory.getInstance("PKIX");
    others.init(store(trust, password));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), others.getTrustManagers(), null);
    return context;
  }

  static void say(SSLSocket socket, String text) throws IOException {
    socket.getOutputStream().write((text + "\n").getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  static String hear(SSLSocket socket) throws IOException {
    return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
  }

  public static void main(String[] arguments) throws Exception {
    InetAddress here = InetAddress.getLoopbackAddress();
    if (arguments[0].equals("client")) {
      SSLContext context = context(arguments[2], arguments[3], arguments[4].toCharArray());
      try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(here, Integer.parseInt(arguments[1]))) {
        socket.setSoTimeout(20_000);
        say(socket, "hello");
        System.out.println("heard " + hear(socket) + " from " + socket.getSession().getPeerPrincipal());
      }
      return;
    }
    SSLContext context = context(arguments[1], arguments[2], arguments[3].toCharArray());
    try (SSLServerSocket server = (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 1, here)) {
      server.setNeedClientAuth(true);
      server.setSoTimeout(30_000);
      System.out.println("port " + server.getLocalPort());
      try (SSLSocket socket = (SSLSocket) server.accept()) {
        socket.setSoTimeout(20_000);
        System.out.println("heard " + hear(socket) + " from " + socket.getSession().getPeerPrincipal());
        say(socket, "fine");
      }
    }
  }
}
