package org.studyatlas.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Puts {@link RequestTarget#mend} between Netty's decoder and the router, which refuses a target
 * that {@link java.net.URI} cannot read.
 */
@Singleton
final class RequestTargetMending
    implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

  private static final String NAME = "request-target-mending";

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    NettyServerCustomizer.Registry registry = event.getBean();
    registry.register(new Customizer(null));
    return registry;
  }

  /**
   * Adds the handler to a connection.
   *
   * @param channel the connection, or null for the server as a whole
   */
  private record Customizer(@Nullable Channel channel) implements NettyServerCustomizer {

    @Override
    public NettyServerCustomizer specializeForChannel(Channel specialized, ChannelRole role) {
      return new Customizer(specialized);
    }

    @Override
    public void onStreamPipelineBuilt() {
      if (channel != null) {
        channel
            .pipeline()
            .addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, NAME, new Handler());
      }
    }
  }

  private static final class Handler extends ChannelInboundHandlerAdapter {

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof HttpRequest request && request.decoderResult().isSuccess()) {
        request.setUri(RequestTarget.mend(request.uri()));
      }
      context.fireChannelRead(message);
    }
  }
}
