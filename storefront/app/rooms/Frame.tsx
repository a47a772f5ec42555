import type { ReactNode } from "react";
import { Footer } from "~/ui/Footer.tsx";
import { Header } from "~/ui/Header.tsx";
import type { FrameData } from "./frame.server.ts";

export function Frame({ data, children }: { data: FrameData; children: ReactNode }) {
  return (
    <>
      <Header channel={data.channel} navigation={data.navigation} menu={data.menus.navbar} cartQuantity={data.cartQuantity} isSignedIn={data.isSignedIn} isOfficial={data.isOfficial} />
      {children}
      <Footer channel={data.channel} menu={data.menus.footer} operator={data.operator} checkUrl={data.checkUrl} />
    </>
  );
}
