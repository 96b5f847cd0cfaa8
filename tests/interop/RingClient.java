// tests/interop/RingClient.java - calls a server by the HTTP client of the JDK, which takes its key and its CAs from system properties.
//
// java -Djavax.net.ssl.keyStore=URL ... RingClient https://HOST:PORT/ prints the status of HTTP, or the exception that is at the bottom of it.
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

public class RingClient {
  public static void main(String[] arguments) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(arguments[0])).build();
      System.out.println(HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode());
    } catch (Exception failed) {
      Throwable cause = failed;
      while (cause.getCause() != null)
        cause = cause.getCause();
      System.out.println(cause);
    }
  }
}
