package app.primaryassistant.support;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A name server that answers every question with the addresses it was last told, as that of a container network does. */
public final class LoopbackNames implements AutoCloseable {

    private static final int HEADER = 12;
    private static final int TYPE_AND_CLASS = 4;

    private final DatagramSocket socket;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile List<InetAddress> addresses = List.of();

    public LoopbackNames() throws IOException {
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofPlatform().daemon().name("names").start(this::answerAll);
    }

    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    public void pointTo(InetAddress... now) {
        addresses = List.of(now);
    }

    /** How many questions it has answered. */
    public int asked() {
        return asked.get();
    }

    private void answerAll() {
        try {
            while (true) {
                var question = new DatagramPacket(new byte[512], 512);
                socket.receive(question);
                byte[] answer = answer(question.getData());
                socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
                asked.incrementAndGet();
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private byte[] answer(byte[] question) throws IOException {
        int end = HEADER;
        while (question[end] != 0) {
            end += question[end] + 1;
        }
        end += 1 + TYPE_AND_CLASS;
        List<InetAddress> now = addresses;
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.write(question, 0, 2);
        out.writeShort(0x8180); // an answer, recursion available, no error
        out.writeShort(1);
        out.writeShort(now.size());
        out.writeInt(0);
        out.write(question, HEADER, end - HEADER);
        for (InetAddress address : now) {
            out.writeShort(0xC000 | HEADER); // the name of the question
            out.writeShort(1); // A
            out.writeShort(1); // IN
            out.writeInt(600);
            out.writeShort(4);
            out.write(address.getAddress());
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}
