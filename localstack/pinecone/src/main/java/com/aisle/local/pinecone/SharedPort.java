package com.aisle.local.pinecone;

import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.NettyServerBuilder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalIoHandler;
import io.netty.channel.local.LocalServerChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.UUID;
import java.util.concurrent.Executor;

/**
 * One TCP port for gRPC and HTTP/1.1, as the client reaches both under one host. The gRPC server
 * listens inside the process; a connection that opens with HTTP/2's preface is relayed to it.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Netty reports failures to the pipeline as well
final class SharedPort implements AutoCloseable {

  private static final int MAX_MESSAGE_BYTES = 64 << 20;

  private final Channel channel;
  private final Server grpc;
  private final EventLoopGroup sockets;
  private final EventLoopGroup inside;

  private SharedPort(Channel channel, Server grpc, EventLoopGroup sockets, EventLoopGroup inside) {
    this.channel = channel;
    this.grpc = grpc;
    this.sockets = sockets;
    this.inside = inside;
  }

  /**
   * Listens on this port.
   *
   * @throws IOException when the port is taken
   */
  static SharedPort open(
      String host,
      int port,
      ServerServiceDefinition service,
      ControlPlane controlPlane,
      Executor workers)
      throws IOException {
    EventLoopGroup sockets = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    EventLoopGroup inside = new MultiThreadIoEventLoopGroup(2, LocalIoHandler.newFactory());
    LocalAddress address = new LocalAddress("pinecone-" + UUID.randomUUID());
    Server grpc =
        NettyServerBuilder.forAddress(address)
            .channelType(LocalServerChannel.class)
            .bossEventLoopGroup(inside)
            .workerEventLoopGroup(inside)
            .maxInboundMessageSize(MAX_MESSAGE_BYTES)
            .executor(workers)
            .addService(service)
            .build()
            .start();
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(sockets)
            .channel(NioServerSocketChannel.class)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel connection) {
                    connection
                        .pipeline()
                        .addLast(new ProtocolDetector(address, inside, controlPlane, workers));
                  }
                });
    var bound = bootstrap.bind(host, port).awaitUninterruptibly();
    SharedPort opened = new SharedPort(bound.channel(), grpc, sockets, inside);
    if (!bound.isSuccess()) {
      opened.close();
      throw new IOException(
          "cannot listen on %s:%d: %s".formatted(host, port, bound.cause().getMessage()));
    }
    return opened;
  }

  int number() {
    return ((InetSocketAddress) channel.localAddress()).getPort();
  }

  @Override
  public void close() {
    channel.close().awaitUninterruptibly();
    grpc.shutdownNow();
    sockets.shutdownGracefully();
    inside.shutdownGracefully();
  }
}
