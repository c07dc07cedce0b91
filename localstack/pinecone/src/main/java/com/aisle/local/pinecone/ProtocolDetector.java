package com.aisle.local.pinecone;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executor;

/** Looks at a connection's first bytes and hands it to gRPC or to the control plane. */
@SuppressWarnings("FutureReturnValueIgnored") // Netty reports failures to the pipeline as well
final class ProtocolDetector extends ByteToMessageDecoder {

  /** How HTTP/2 with prior knowledge begins (RFC 9113, section 3.4). */
  private static final String PREFACE = "PRI ";

  private static final int MAX_BODY_BYTES = 1 << 20;

  private final LocalAddress grpc;
  private final EventLoopGroup inside;
  private final ControlPlane controlPlane;
  private final Executor workers;
  private boolean connecting;

  ProtocolDetector(
      LocalAddress grpc, EventLoopGroup inside, ControlPlane controlPlane, Executor workers) {
    this.grpc = grpc;
    this.inside = inside;
    this.controlPlane = controlPlane;
    this.workers = workers;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf input, List<Object> output) {
    if (connecting || input.readableBytes() < PREFACE.length()) {
      return;
    }
    String start = input.toString(input.readerIndex(), PREFACE.length(), StandardCharsets.US_ASCII);
    if (start.equals(PREFACE)) {
      connecting = true;
      relay(context.channel());
    } else {
      context
          .pipeline()
          .addLast(
              new HttpServerCodec(),
              new HttpObjectAggregator(MAX_BODY_BYTES),
              new HttpRequestHandler(controlPlane, workers));
      context.pipeline().remove(this);
    }
  }

  private void relay(Channel client) {
    client.config().setAutoRead(false);
    ChannelFuture connection =
        new Bootstrap()
            .group(inside)
            .channel(LocalChannel.class)
            .handler(new Relay(client))
            .connect(grpc);
    connection.addListener(ended -> client.eventLoop().execute(() -> join(client, connection)));
  }

  private void join(Channel client, ChannelFuture connection) {
    if (!connection.isSuccess()) {
      client.close();
      return;
    }
    client.pipeline().addLast(new Relay(connection.channel()));
    // Hands the bytes that were looked at to the relay.
    client.pipeline().remove(this);
    client.config().setAutoRead(true);
  }
}
