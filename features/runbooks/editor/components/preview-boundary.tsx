"use client";
import { Component, type ReactNode } from "react";

type Props = { children: ReactNode; fallback: ReactNode };
type State = { failed: boolean; shown: ReactNode };

/** A preview that cannot be shown must not take the text beside it down. The next preview is a new try. */
export class PreviewBoundary extends Component<Props, State> {
  override state: State = { failed: false, shown: null };

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  static getDerivedStateFromProps({ children }: Props, { shown }: State): Partial<State> | null {
    return children === shown ? null : { failed: false, shown: children };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
