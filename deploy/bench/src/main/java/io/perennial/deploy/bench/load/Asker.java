package io.perennial.deploy.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnectionFactory;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.jspecify.annotations.Nullable;

/** One connection of the crowd; a broken one is opened again, and what it carried has failed. */
final class Asker implements Runnable {

    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int OK = 200;

    private final LoadPlan plan;
    private final Random random;
    private final long end;
    private final Histogram latency = new Histogram(3);
    private long failed;
    private @Nullable String trouble;

    Asker(LoadPlan plan, int number, long end) {
        this.plan = plan;
        this.random = new Random(number);
        this.end = end;
    }

    @Override
    public void run() {
        while (System.nanoTime() < end) {
            try (var connection = connected()) {
                var open = true;
                while (open && System.nanoTime() < end) {
                    open = ask(connection);
                }
            } catch (IOException | HttpException e) {
                failed(e.toString());
            }
        }
    }

    /** Whether the server will take another request on this connection. */
    private boolean ask(DefaultBHttpClientConnection connection) throws IOException, HttpException {
        var request = new BasicClassicHttpRequest("GET", plan.path().apply(random));
        request.setHeader("Host", plan.server().getAuthority());
        plan.headers().forEach(request::setHeader);
        var since = System.nanoTime();
        connection.sendRequestHeader(request);
        connection.flush();
        var response = connection.receiveResponseHeader();
        connection.receiveResponseEntity(response);
        EntityUtils.consume(response.getEntity());
        var now = System.nanoTime();
        if (response.getCode() != OK) {
            failed("status " + response.getCode() + " of " + request.getPath());
        } else if (now < end) {
            latency.recordValue((now - since) / 1_000);
        }
        return DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, HttpCoreContext.create());
    }

    private DefaultBHttpClientConnection connected() throws IOException {
        var server = plan.server();
        var socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), TIMEOUT_MILLIS);
        return new DefaultBHttpClientConnectionFactory().createConnection(socket);
    }

    private void failed(String why) {
        trouble = why;
        failed++;
    }

    Histogram latency() {
        return latency;
    }

    long failed() {
        return failed;
    }

    @Nullable String trouble() {
        return trouble;
    }
}
