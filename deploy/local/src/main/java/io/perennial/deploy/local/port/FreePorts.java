package io.perennial.deploy.local.port;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/** Finds ports nobody listens on, each handed out once. */
final class FreePorts {

    private final Set<Integer> given = new HashSet<>();

    /** A free port, with the one for its actuator free too where asked. */
    int next(boolean withManagement) {
        while (true) {
            int port = anyFree();
            int management = port + PortPlan.MANAGEMENT_DISTANCE;
            if (!withManagement && given.add(port)) {
                return port;
            }
            if (withManagement && !given.contains(management) && isFree(management) && given.add(port)) {
                given.add(management);
                return port;
            }
        }
    }

    /** Whether we could listen there, on this machine's own address and on all of them. */
    static boolean isFree(int port) {
        return port <= 65_535
                && canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                && canBind(new InetSocketAddress(port));
    }

    private static boolean canBind(InetSocketAddress address) {
        try (var socket = new ServerSocket()) {
            socket.bind(address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int anyFree() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
