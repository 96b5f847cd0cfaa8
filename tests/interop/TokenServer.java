// tests/interop/TokenServer.java - serves TLS with the keys of a PKCS#11 token, until it is stopped.
//
// java TokenServer.java CONFIGURATION PORT
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import javax.net.ssl.*;

public class TokenServer {
  public static void main(String[] arguments) throws Exception {
    Provider token = Security.getProvider("SunPKCS11").configure(arguments[0]);
    Security.addProvider(token);
    KeyStore store = KeyStore.getInstance("PKCS11", token);
    store.load(null, "any".toCharArray());
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, null);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    SSLServerSocket server = (SSLServerSocket) context.getServerSocketFactory()
        .createServerSocket(Integer.parseInt(arguments[1]), 50, InetAddress.getLoopbackAddress());
    while (true) {
      try (SSLSocket client = (SSLSocket) server.accept()) {
        client.setSoTimeout(20_000);
        client.getInputStream().read(new byte[4096]);
        client.getOutputStream().write("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      } catch (IOException ended) {
        System.err.println(ended);
      }
    }
  }
}
